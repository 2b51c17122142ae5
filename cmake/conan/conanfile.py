"""A Conan 2 recipe that builds the checkout which it lies in: conan create cmake/conan

libpg_query is no package of Conan's and is taken from the system, as Clang's libraries are with
-o "tenon/*:generator=True".
"""

import os
import re

from conan import ConanFile
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy, load
from conan.tools.gnu import PkgConfigDeps
from conan.tools.system.package_manager import Apt


class TenonConan(ConanFile):
    name = "tenon"
    description = "C++ structs as the schema of a PostgreSQL database"
    settings = "os", "arch", "compiler", "build_type"
    package_type = "static-library"
    options = {"generator": [True, False]}
    default_options = {"generator": False}
    required_conan_version = ">=2.0"

    @property
    def _root(self):
        return os.path.normpath(os.path.join(self.recipe_folder, "..", ".."))

    def set_version(self):
        text = load(self, os.path.join(self._root, "CMakeLists.txt"))
        self.version = re.search(r"project\(Tenon VERSION ([0-9.]+)", text).group(1)

    def export_sources(self):
        for pattern in ("CMakeLists.txt", "cmake/*", "schema/*", "generator/*", "generated/*"):
            copy(self, pattern, self._root, self.export_sources_folder)

    def layout(self):
        cmake_layout(self)

    def system_requirements(self):
        needed = ["libpg-query-dev", "libprotobuf-c-dev"]
        if self.options.generator:
            needed.append("libclang-19-dev")
        Apt(self).install(needed, check=True)

    def requirements(self):
        self.requires("cli11/[>=2.3 <3]")
        self.requires("fmt/[>=9 <12]")
        self.requires("libpqxx/[>=7.7 <8]")
        self.requires("nlohmann_json/[>=3.11 <4]")
        self.requires("openssl/[>=3 <4]")

    def generate(self):
        CMakeDeps(self).generate()
        PkgConfigDeps(self).generate()
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables["TENON_BUILD_GENERATOR"] = bool(self.options.generator)
        toolchain.cache_variables["TENON_BUILD_TESTS"] = False
        toolchain.cache_variables["TENON_BUILD_EXAMPLES"] = False
        toolchain.cache_variables["TENON_INSTALL"] = True
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        CMake(self).install()

    def package_info(self):
        # The package has a CMake package of its own.
        self.cpp_info.set_property("cmake_find_mode", "none")
        self.cpp_info.builddirs.append(os.path.join("lib", "cmake", "Tenon"))
        self.runenv_info.prepend_path("PATH", os.path.join(self.package_folder, "bin"))
