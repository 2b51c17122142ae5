// Running Clang: one translation unit that includes all headers, kept in memory.
#include "frontend/parse.hpp"

#include "frontend/dependencies.hpp"
#include "frontend/given_headers.hpp"
#include "frontend/read_declarations.hpp"
#include "frontend/read_values.hpp"
#include "frontend/version.hpp"

#include <clang/AST/ASTConsumer.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendAction.h>
#include <clang/Frontend/TextDiagnosticPrinter.h>
#include <clang/Lex/PPCallbacks.h>
#include <clang/Lex/Preprocessor.h>
#include <clang/Tooling/ArgumentsAdjusters.h>
#include <clang/Tooling/Tooling.h>
#include <llvm/Config/llvm-config.h>
#include <llvm/Support/VirtualFileSystem.h>

#include <filesystem>
#include <memory>

namespace tenon::generator {
namespace {

// Shared by the parts that Clang calls during one run; it outlives them.
struct Run {
  ParsedHeaders result;
  MacroUses uses;
  GivenHeaders headers;
  Diagnostics& diagnostics;
  bool are_arguments_right = false;
  bool is_complete = false;
  /// The headers of Tenon are of another version.
  bool is_foreign = false;
};

class MacroRecorder : public clang::PPCallbacks {
 public:
  MacroRecorder(clang::Preprocessor& preprocessor, Run& run)
      : preprocessor_(preprocessor), sources_(preprocessor.getSourceManager()), run_(run) {}

  // The headers have checked the version that they were told; older ones do not.
  void MacroDefined(const clang::Token& name, const clang::MacroDirective*) override {
    clang::DiagnosticsEngine& diagnostics = preprocessor_.getDiagnostics();
    if (name.getIdentifierInfo()->getName() != "TENON" || diagnostics.hasErrorOccurred() ||
        speak_our_version(preprocessor_))
      return;
    if (!run_.is_foreign)
      run_.diagnostics.error(
          read_location(sources_, name.getLocation()), "version",
          "tenon-generate and these headers are of different versions of Tenon",
          "install both from one version, or say with -I where the headers of this one are");
    run_.is_foreign = true;
    // What Clang has to say of them, too, is of no help.
    diagnostics.setSuppressAllDiagnostics(true);
  }

  void MacroExpands(const clang::Token& name, const clang::MacroDefinition&, clang::SourceRange,
                    const clang::MacroArgs*) override {
    if (name.getIdentifierInfo()->getName() != "TENON") return;
    if (run_.headers.is_foreign(sources_, name.getLocation())) return;
    run_.uses.add(sources_, name.getLocation());
  }

 private:
  clang::Preprocessor& preprocessor_;
  const clang::SourceManager& sources_;
  Run& run_;
};

class Consumer : public clang::ASTConsumer {
 public:
  explicit Consumer(Run& run) : run_(run) {}

  void HandleTranslationUnit(clang::ASTContext& context) override {
    if (context.getDiagnostics().hasErrorOccurred() || run_.is_foreign) return;
    run_.result.declared = read_declarations(context, run_.headers, run_.uses, run_.diagnostics);
    run_.uses.report_unread(context.getSourceManager(), run_.diagnostics);
    run_.is_complete = true;
  }

 private:
  Run& run_;
};

class Action : public clang::ASTFrontendAction {
 public:
  explicit Action(Run& run) : run_(run) {}

  bool PrepareToExecuteAction(clang::CompilerInstance& compiler) override {
    compiler.getFrontendOpts().SkipFunctionBodies = true;
    compiler.addDependencyCollector(std::make_shared<Dependencies>(run_.result.dependencies));
    return true;
  }
  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance& compiler,
                                                        llvm::StringRef) override {
    run_.are_arguments_right = compiler.getDiagnosticClient().getNumErrors() == 0;
    compiler.getPreprocessor().addPPCallbacks(
        std::make_unique<MacroRecorder>(compiler.getPreprocessor(), run_));
    return std::make_unique<Consumer>(run_);
  }

 private:
  Run& run_;
};

std::vector<std::string> command_line(const ParseOptions& options) {
  // Warnings are the build compiler's business; -w goes last so that nothing turns them into
  // errors.
  std::vector<std::string> command = {"clang++", "-x", "c++", "-fsyntax-only", "-std=c++20"};
  if (!options.resource_dir.empty())
    command.insert(command.end(), {"-resource-dir", options.resource_dir});
  command.insert(command.end(), options.arguments.begin(), options.arguments.end());
  // Searched last, so that it hides nothing that an argument names.
  if (!options.include_dir.empty())
    command.insert(command.end(), {"-idirafter", options.include_dir});
  command.insert(command.end(), {"-DTENON_GENERATOR=" + std::string(vocabulary_version()), "-w",
                                 std::string(umbrella_name)});
  // A depfile that the build's own compiler is told to write is none of ours.
  return clang::tooling::getClangStripDependencyFileAdjuster()(command, umbrella_name);
}

}  // namespace

std::optional<ParsedHeaders> parse(const ParseOptions& options, Diagnostics& diagnostics) {
  std::string umbrella;
  for (const std::string& header : options.headers) umbrella += "#include \"" + header + "\"\n";

  auto memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  auto overlay =
      llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(llvm::vfs::getRealFileSystem());
  overlay->pushOverlay(memory);
  memory->setCurrentWorkingDirectory(std::filesystem::current_path().string());
  memory->addFile(umbrella_name, 0, llvm::MemoryBuffer::getMemBuffer(umbrella));
  auto files = llvm::makeIntrusiveRefCnt<clang::FileManager>(clang::FileSystemOptions{}, overlay);

  Run run{.result = {},
          .uses = {},
          .headers = GivenHeaders(*files, options.headers),
          .diagnostics = diagnostics};
  clang::tooling::ToolInvocation invocation(command_line(options), std::make_unique<Action>(run),
                                            files.get());
#if LLVM_VERSION_MAJOR < 21
  // The printer owns its options.
  clang::TextDiagnosticPrinter printer(llvm::errs(), new clang::DiagnosticOptions);
#else
  clang::DiagnosticOptions printing;
  clang::TextDiagnosticPrinter printer(llvm::errs(), printing);
#endif
  invocation.setDiagnosticConsumer(&printer);
  const bool has_run = invocation.run();
  // Clang goes on after an argument that it does not know.
  if (!run.are_arguments_right) throw WrongArguments("Clang does not take the compiler arguments");
  if (!has_run || !run.is_complete) return std::nullopt;
  return std::move(run.result);
}

}  // namespace tenon::generator
