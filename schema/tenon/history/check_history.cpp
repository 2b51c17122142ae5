#include <tenon/history/check.hpp>
#include <tenon/history/check_parts.hpp>

#include <algorithm>
#include <future>
#include <iterator>

namespace tenon {

CheckedHistory check_history(std::span<const Migration> migrations,
                             const std::filesystem::path& folder) {
  const checking::History history{migrations, folder};
  CheckedHistory result;
  result.findings = checking::check_chain(history);
  const bool is_chain = result.findings.empty();

  // Scanning the files and folding the changes are the two halves of the work.
  auto files =
      std::async(std::launch::async, [&history] { return checking::check_files(history); });
  std::vector<Diagnostic> changes;
  if (is_chain) changes = checking::check_changes(history, result.head);
  std::ranges::move(files.get(), std::back_inserter(result.findings));
  // The changes of a history that is broken otherwise would only fail in confusing ways.
  if (result.findings.empty()) result.findings = std::move(changes);
  return result;
}

}  // namespace tenon
