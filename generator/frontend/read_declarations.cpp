// Walking the declarations of the headers; system headers declare no tables.
#include "frontend/read_declarations.hpp"

#include "frontend/read_annotations.hpp"
#include "frontend/read_initializers.hpp"
#include "frontend/read_values.hpp"

#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/StringExtras.h>

#include <algorithm>

namespace tenon::generator {
namespace {

// The place where the name of the macro is spelled whose expansion contains `inside`.
clang::SourceLocation spelling_of_macro_name(const clang::SourceManager& sources,
                                             clang::SourceLocation inside) {
  while (sources.isMacroArgExpansion(inside)) inside = sources.getImmediateSpellingLoc(inside);
  if (inside.isMacroID()) inside = sources.getImmediateExpansionRange(inside).getBegin();
  return sources.getSpellingLoc(inside);
}

bool is_ours(const clang::Attr* attribute) {
  const auto* annotate = llvm::dyn_cast<clang::AnnotateAttr>(attribute);
  return annotate != nullptr && annotate->getAnnotation() == "tenon" && !annotate->isInherited();
}

bool is_annotated(const clang::Decl& declaration) {
  return declaration.hasAttrs() && std::ranges::any_of(declaration.attrs(), is_ours);
}

bool is_enum_statement(const clang::TypeAliasDecl& alias) {
  return alias.getName().starts_with("tenon_enum_");
}

// A bit-field without a name is no member and holds nothing.
bool is_padding(const clang::FieldDecl& field) {
  return field.isBitField() && field.getIdentifier() == nullptr;
}

// Of the struct itself and its members. What is said of an enum says nothing of the struct around.
bool describes_a_table(const clang::CXXRecordDecl& record) {
  return is_annotated(record) ||
         std::ranges::any_of(record.decls(), [](const clang::Decl* declaration) {
           const auto* alias = llvm::dyn_cast<clang::TypeAliasDecl>(declaration);
           return (llvm::isa<clang::FieldDecl>(declaration) ||
                   (alias != nullptr && !is_enum_statement(*alias))) &&
                  is_annotated(*declaration);
         });
}

class Reader {
 public:
  Reader(clang::ASTContext& context, const GivenHeaders& headers, MacroUses& uses,
         Diagnostics& diagnostics)
      : context_(context),
        sources_(context.getSourceManager()),
        headers_(headers),
        uses_(uses),
        diagnostics_(diagnostics) {}

  Declared read() {
    read_all(*context_.getTranslationUnitDecl());
    return std::move(declared_);
  }

 private:
  void read_all(const clang::DeclContext& scope) {
    for (const clang::Decl* declaration : scope.decls())
      if (!declaration->isImplicit() && !headers_.is_foreign(sources_, declaration->getLocation()))
        read_one(*declaration);
  }

  void read_one(const clang::Decl& declaration) {
    if (const auto* record = llvm::dyn_cast<clang::CXXRecordDecl>(&declaration)) {
      read_record(*record);
    } else if (const auto* enumeration = llvm::dyn_cast<clang::EnumDecl>(&declaration)) {
      read_enum(*enumeration);
    } else if (const auto* alias = llvm::dyn_cast<clang::TypeAliasDecl>(&declaration)) {
      read_statement(*alias);
    } else if (const auto* pattern = llvm::dyn_cast<clang::ClassTemplateDecl>(&declaration)) {
      read_template(*pattern->getTemplatedDecl());
    } else if (llvm::isa<clang::NamespaceDecl, clang::LinkageSpecDecl, clang::ExportDecl>(
                   declaration)) {
      read_all(*llvm::cast<clang::DeclContext>(&declaration));
    }
  }

  void read_record(const clang::CXXRecordDecl& record) {
    if (!record.isThisDeclarationADefinition()) {
      reject_forward_declaration(record, "struct");
      return;
    }
    if (llvm::isa<clang::ClassTemplateSpecializationDecl>(record)) {
      read_template(record);
      return;
    }
    // Enums come first, so that the model lists them before the tables that use them.
    for (const clang::Decl* member : record.decls())
      if (!member->isImplicit() && is_declared_apart(*member)) read_one(*member);
    if (!describes_a_table(record)) return;

    DeclaredStruct declared = describe(record);
    declared.annotations = annotations_of(record);
    for (const clang::CXXBaseSpecifier& base : record.bases())
      declared.bases.push_back(base.getType().getAsString(context_.getPrintingPolicy()));
    declared.is_union = record.isUnion();
    declared.is_polymorphic = record.isPolymorphic();
    for (const clang::Decl* member : record.decls()) {
      if (const auto* field = llvm::dyn_cast<clang::FieldDecl>(member)) {
        if (!is_padding(*field)) declared.members.push_back(read_member(*field));
      } else if (const auto* alias = llvm::dyn_cast<clang::TypeAliasDecl>(member);
                 alias != nullptr && !is_enum_statement(*alias)) {
        std::ranges::move(annotations_of(*alias), std::back_inserter(declared.statements));
      }
    }
    declared_.structs.push_back(std::move(declared));
  }

  // Nothing of a template is a constant yet, so only that there is one is told.
  void read_template(const clang::CXXRecordDecl& record) {
    if (!describes_a_table(record)) return;
    mark_as_read(record);
    for (const clang::Decl* member : record.decls()) mark_as_read(*member);
    DeclaredStruct declared = describe(record);
    declared.is_template = true;
    declared_.structs.push_back(std::move(declared));
  }

  DeclaredMember read_member(const clang::FieldDecl& field) {
    DeclaredMember declared;
    declared.name = field.getName().str();
    declared.location = read_location(sources_, field.getLocation());
    declared.type = type_of(field);
    declared.written_type = field.getType().getAsString(context_.getPrintingPolicy());
    declared.annotations = annotations_of(field);
    declared.is_public = field.getAccess() == clang::AS_public;
    declared.is_bit_field = field.isBitField();
    if (const clang::Expr* initializer = field.getInClassInitializer()) {
      declared.initializer = read_initializer(context_, *initializer);
      declared.initializer->location = read_location(sources_, initializer->getExprLoc());
    }
    return declared;
  }

  std::shared_ptr<const CppType> type_of(const clang::FieldDecl& field) {
    auto& type = types_[field.getType().getCanonicalType().getAsOpaquePtr()];
    if (!type) type = std::make_shared<const CppType>(read_type(context_, field.getType()));
    return type;
  }

  void read_enum(const clang::EnumDecl& enumeration) {
    if (!enumeration.isThisDeclarationADefinition()) {
      reject_forward_declaration(enumeration, "enum");
      return;
    }
    DeclaredEnum declared;
    declared.name = qualified_name(enumeration);
    declared.location = read_location(sources_, enumeration.getLocation());
    declared.annotations = annotations_of(enumeration);
    declared.is_unreachable = is_unreachable(enumeration);
    for (const clang::EnumConstantDecl* enumerator : enumeration.enumerators())
      declared.enumerators.push_back(
          {.name = enumerator->getName().str(),
           .value = llvm::toString(enumerator->getInitVal(), 10),
           .location = read_location(sources_, enumerator->getLocation())});
    declared_.enums.push_back(std::move(declared));
  }

  void read_statement(const clang::TypeAliasDecl& alias) {
    auto statements = annotations_of(alias);
    if (statements.empty()) return;
    if (!is_enum_statement(alias)) {
      diagnostics_.error(read_location(sources_, alias.getLocation()), "misplaced-annotation",
                         "TENON_TABLE stands outside of a struct",
                         "write it in the struct, after its members");
      return;
    }
    std::ranges::move(statements, std::back_inserter(declared_.enum_statements));
  }

  DeclaredStruct describe(const clang::CXXRecordDecl& record) {
    DeclaredStruct declared;
    declared.name = qualified_name(record);
    declared.location = read_location(sources_, record.getLocation());
    declared.is_unreachable = is_unreachable(record);
    return declared;
  }

  void reject_forward_declaration(const clang::TagDecl& declaration, const char* keyword) {
    if (!is_annotated(declaration)) return;
    mark_as_read(declaration);
    diagnostics_.error(read_location(sources_, declaration.getLocation()), "misplaced-annotation",
                       std::string("the annotation stands on a forward declaration of ") +
                           qualified_name(declaration),
                       std::string("write it where the ") + keyword + " is defined");
  }

  std::vector<Annotation> annotations_of(const clang::Decl& declaration) {
    std::vector<Annotation> annotations;
    if (!declaration.hasAttrs()) return annotations;
    for (const clang::Attr* attribute : declaration.attrs()) {
      if (!is_ours(attribute)) continue;
      uses_.mark_as_read(sources_, attribute->getLocation());
      std::ranges::move(
          read_annotations(context_, *llvm::cast<clang::AnnotateAttr>(attribute), diagnostics_),
          std::back_inserter(annotations));
    }
    return annotations;
  }

  void mark_as_read(const clang::Decl& declaration) {
    if (!declaration.hasAttrs()) return;
    for (const clang::Attr* attribute : declaration.attrs())
      if (is_ours(attribute)) uses_.mark_as_read(sources_, attribute->getLocation());
  }

  static bool is_declared_apart(const clang::Decl& member) {
    const auto* alias = llvm::dyn_cast<clang::TypeAliasDecl>(&member);
    return llvm::isa<clang::TagDecl, clang::ClassTemplateDecl>(member) ||
           (alias != nullptr && is_enum_statement(*alias));
  }

  static bool is_unreachable(const clang::TagDecl& declaration) {
    return declaration.getIdentifier() == nullptr || declaration.isInAnonymousNamespace() ||
           declaration.getAccess() == clang::AS_private ||
           declaration.getAccess() == clang::AS_protected;
  }

  clang::ASTContext& context_;
  const clang::SourceManager& sources_;
  const GivenHeaders& headers_;
  MacroUses& uses_;
  Diagnostics& diagnostics_;
  Declared declared_;
  std::map<const void*, std::shared_ptr<const CppType>> types_;
};

}  // namespace

void MacroUses::add(const clang::SourceManager& sources, clang::SourceLocation name) {
  const auto place = sources.getFileLoc(name).getRawEncoding();
  const auto spelling = sources.getSpellingLoc(name).getRawEncoding();
  uses_.try_emplace({place, spelling}, false);
}

void MacroUses::mark_as_read(const clang::SourceManager& sources, clang::SourceLocation inside) {
  const auto place = sources.getFileLoc(inside).getRawEncoding();
  const auto spelling = spelling_of_macro_name(sources, inside).getRawEncoding();
  if (const auto use = uses_.find({place, spelling}); use != uses_.end()) use->second = true;
}

void MacroUses::report_unread(const clang::SourceManager& sources, Diagnostics& diagnostics) const {
  for (const auto& [use, is_read] : uses_)
    if (!is_read)
      diagnostics.error(
          read_location(sources, clang::SourceLocation::getFromRawEncoding(use.first)),
          "misplaced-annotation", "an annotation that stands on nothing it could describe",
          "TENON(...) stands on a struct, an enum or a non-static data member, "
          "TENON_TABLE(...) in a struct, TENON_ENUM(...) beside an enum; none of "
          "them in a function");
}

Declared read_declarations(clang::ASTContext& context, const GivenHeaders& headers, MacroUses& uses,
                           Diagnostics& diagnostics) {
  return Reader(context, headers, uses, diagnostics).read();
}

}  // namespace tenon::generator
