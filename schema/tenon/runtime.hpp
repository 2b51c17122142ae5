// All that a program needs for its database: bring it to the head of its migrations, ask where it
// is, and compare it with what the program was built for.
#pragma once

#include <tenon/runtime/any_connection.hpp>
#include <tenon/runtime/create_all.hpp>
#include <tenon/runtime/export_script.hpp>
#include <tenon/runtime/health.hpp>
#include <tenon/runtime/migrator.hpp>
#include <tenon/runtime/migrator_errors.hpp>
#include <tenon/runtime/rehearse.hpp>
#include <tenon/runtime/stamp.hpp>
#include <tenon/runtime/status.hpp>
#include <tenon/runtime/verify.hpp>
