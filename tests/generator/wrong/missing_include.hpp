// A file that is not there.
#pragma once
#include "no_such_header.hpp"  // expect-error: [compiler] 'no_such_header.hpp' file not found
#include <tenon/annotations.hpp>
