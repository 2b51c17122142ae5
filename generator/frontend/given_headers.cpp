// Whose structs are tables.
#include "frontend/given_headers.hpp"

#include <clang/Basic/FileManager.h>
#include <clang/Basic/SourceManager.h>

namespace tenon::generator {

GivenHeaders::GivenHeaders(clang::FileManager& files, const std::vector<std::string>& headers) {
  for (const std::string& header : headers)
    if (const auto file = files.getOptionalFileRef(header)) files_.insert(&file->getFileEntry());
}

bool GivenHeaders::is_foreign(const clang::SourceManager& sources,
                              clang::SourceLocation place) const {
  place = sources.getExpansionLoc(place);
  return sources.isInSystemHeader(place) &&
         !files_.contains(sources.getFileEntryForID(sources.getFileID(place)));
}

}  // namespace tenon::generator
