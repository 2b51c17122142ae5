# The parity test of a schema.
include_guard(GLOBAL)
cmake_policy(VERSION 3.25)
