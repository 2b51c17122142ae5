// model.json: read, or refused as such; what is read is written and read again as it is.
#include "input.hpp"

#include <tenon/history/json_writer.hpp>
#include <tenon/history/model_json.hpp>

#include <stdexcept>

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tenon;
  Declarations declarations;
  try {
    declarations = declarations_from_json(fuzz::text_of(data, size));
  } catch (const std::invalid_argument&) {
    return 0;
  }
  const std::string written = to_json(declarations, 1);
  fuzz::require(to_json(declarations_from_json(written), 1) == written);
  return 0;
}
