// tenon completion: what a shell reads to complete the commands and options of tenon.
#include "command.hpp"
#include "inputs.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>
#include <iostream>
#include <memory>
#include <vector>

namespace tenon::cli {
namespace {

struct Options {
  std::string shell;
  std::filesystem::path output;
};

std::vector<const CLI::App*> commands_of(const CLI::App& program) {
  // With a filter it is every command there is, without one those on the command line.
  return program.get_subcommands([](const CLI::App*) { return true; });
}

std::vector<std::string> long_options_of(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

// For a text between single quotes, which is what all three shells are given.
std::string quoted_text(const std::string& text, const std::string& quote) {
  std::string result;
  for (const char c : text) c == '\'' ? result += quote : result += c;
  return result;
}

// What is no option is the name of a file, also after an option.
// https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html
std::string bash_text(const CLI::App& program) {
  std::string cases;
  std::vector<std::string> names;
  for (const CLI::App* command : commands_of(program)) {
    names.push_back(command->get_name());
    cases += fmt::format("    {}) options='{}' ;;\n", command->get_name(),
                         fmt::join(long_options_of(*command), " "));
  }
  return fmt::format(R"(# Completes tenon in bash.
_tenon() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} options=''
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '{} {}' -- "$current"))
    return
  fi
  case "${{COMP_WORDS[1]}}" in
{}  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
    *) COMPREPLY=($(compgen -f -- "$current")) ;;
  esac
}}
complete -o filenames -F _tenon tenon
)",
                     fmt::join(names, " "), fmt::join(long_options_of(program), " "), cases);
}

// https://zsh.sourceforge.io/Doc/Release/Completion-System.html
std::string zsh_text(const CLI::App& program) {
  const auto described = [](const std::string& name, const std::string& description) {
    std::string escaped;
    for (const char c : name + "\n" + description)
      escaped += c == '\n' ? std::string(":") : c == ':' ? std::string("\\:") : std::string(1, c);
    return "'" + quoted_text(escaped, R"('\'')") + "'";
  };
  std::string commands;
  std::string cases;
  for (const CLI::App* command : commands_of(program)) {
    commands += "    " + described(command->get_name(), command->get_description()) + "\n";
    std::string options;
    for (const CLI::Option* option : command->get_options())
      for (const std::string& name : option->get_lnames())
        options += "        " + described("--" + name, option->get_description()) + "\n";
    cases += fmt::format("    {})\n      options=(\n{}      )\n      ;;\n", command->get_name(),
                         options);
  }
  return fmt::format(R"(#compdef tenon
# Completes tenon in zsh.
_tenon() {{
  local -a commands options
  commands=(
{}  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  case "$words[2]" in
{}  esac
  if [[ "$words[CURRENT]" == -* ]]; then
    _describe -o 'option' options
  else
    _files
  fi
}}
_tenon "$@"
)",
                     commands, cases);
}

// https://fishshell.com/docs/current/completions.html
std::string fish_text(const CLI::App& program) {
  std::string text = "# Completes tenon in fish.\n";
  for (const CLI::App* command : commands_of(program)) {
    const auto described = [](const std::string& description) {
      return "'" + quoted_text(description, R"(\')") + "'";
    };
    text += fmt::format("complete -c tenon -f -n __fish_use_subcommand -a {} -d {}\n",
                        command->get_name(), described(command->get_description()));
    for (const CLI::Option* option : command->get_options())
      for (const std::string& name : option->get_lnames())
        text += fmt::format("complete -c tenon -n '__fish_seen_subcommand_from {}' -l {}{} -d {}\n",
                            command->get_name(), name, option->get_type_size() > 0 ? " -r" : "",
                            described(option->get_description()));
  }
  return text;
}

int run(const CLI::App& program, const Options& options) {
  std::string text;
  if (options.shell == "bash")
    text = bash_text(program);
  else if (options.shell == "zsh")
    text = zsh_text(program);
  else if (options.shell == "fish")
    text = fish_text(program);
  else
    throw UsageError{"a shell is bash, zsh or fish, not '" + options.shell + "'"};
  if (options.output.empty())
    std::cout << text;
  else
    write_if_changed(options.output, text);
  return exit_ok;
}

}  // namespace

void add_completion(CLI::App& program, Selected& selected) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "completion", "Print what a shell reads to complete the commands and options of tenon");
  command->add_option("shell", options->shell, "bash, zsh or fish")->required();
  command->add_option("-o,--output", options->output, "the file to write; else standard output");
  command->footer(
      "Examples:\n"
      "  eval \"$(tenon completion bash)\"\n"
      "  tenon completion zsh -o ~/.zfunc/_tenon\n"
      "  tenon completion fish -o ~/.config/fish/completions/tenon.fish");
  command->callback([options, &program, &selected] {
    selected.run = [options, &program] { return run(program, *options); };
  });
}

}  // namespace tenon::cli
