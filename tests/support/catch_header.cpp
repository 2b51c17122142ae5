// The source for whose sake the header is compiled once, for all test programs.
#include <support/catch.hpp>
