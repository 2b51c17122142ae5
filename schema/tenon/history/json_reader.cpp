#include <nlohmann/json.hpp>

#include <tenon/history/json_reader.hpp>

#include <limits>

namespace tenon::json {
namespace {

using Sax = nlohmann::json_sax<nlohmann::json>;

// Leads what nlohmann's parser finds to the places where it belongs.
class Events final : public Sax {
 public:
  Events(Place root, std::string_view name) : name_{name}, next_{root} {}

  bool null() override {
    return give([](Place at) { at.kind->null(at.value); });
  }
  bool boolean(bool seen) override {
    return give([seen](Place at) { at.kind->boolean(at.value, seen); });
  }
  bool number_integer(number_integer_t seen) override {
    return give([seen](Place at) { at.kind->integer(at.value, seen); });
  }
  bool number_unsigned(number_unsigned_t seen) override {
    return give([seen](Place at) {
      if (seen > std::numeric_limits<std::int64_t>::max())
        throw DecodeError{"a number that is too large"};
      at.kind->integer(at.value, static_cast<std::int64_t>(seen));
    });
  }
  bool number_float(number_float_t, const string_t& seen) override {
    return give([&seen](Place) { throw DecodeError{"expected no fraction, found " + seen}; });
  }
  bool string(string_t& seen) override {
    return give([&seen](Place at) { at.kind->text(at.value, seen); });
  }
  bool binary(binary_t&) override { return false; }

  bool start_object(std::size_t) override {
    return open([](Place at) { return at.kind->object(at.value); });
  }
  bool key(string_t& key) override {
    return placed([&] {
      Level& level = levels_.back();
      ++level.count;
      level.key = {};
      next_ = level.place.kind->member(level, key);
    });
  }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override {
    return open([](Place at) {
      Level list = at.kind->list(at.value);
      list.is_list = true;
      return list;
    });
  }
  bool end_array() override { return close(); }

  bool parse_error(std::size_t, const std::string&,
                   const nlohmann::detail::exception& error) override {
    throw DecodeError{std::string{"is no JSON, or was cut short: "} + error.what()};
  }

 private:
  // Says where it was when something is refused.
  template <class Function>
  bool placed(const Function& function) {
    try {
      function();
      return true;
    } catch (const DecodeError& error) {
      throw DecodeError{path() + ": " + error.what()};
    }
  }

  // In a list, every value is the next element.
  void step() {
    if (levels_.empty() || next_.kind != nullptr) return;
    Level& level = levels_.back();
    ++level.count;
    next_ = level.place.kind->element(level);
  }

  template <class Function>
  bool give(const Function& function) {
    return placed([&] {
      step();
      function(next_);
      next_ = {};
    });
  }

  template <class Function>
  bool open(const Function& function) {
    return placed([&] {
      step();
      levels_.push_back(function(next_));
      next_ = {};
    });
  }

  bool close() {
    return placed([&] {
      levels_.back().place.kind->end(levels_.back());
      levels_.pop_back();
    });
  }

  [[nodiscard]] std::string path() const {
    std::string path{name_};
    for (const Level& level : levels_)
      if (!level.key.empty())
        path.append(".").append(level.key);
      else if (level.is_list)
        path.append("[").append(std::to_string(level.count - 1)).append("]");
    return path;
  }

  std::string_view name_;
  // Where the next value goes; nothing before an element of a list.
  Place next_;
  std::vector<Level> levels_;
};

}  // namespace

void read(std::string_view text, Place place, std::string_view name) {
  Events events{place, name};
  nlohmann::json::sax_parse(text.begin(), text.end(), &events);
}

}  // namespace tenon::json
