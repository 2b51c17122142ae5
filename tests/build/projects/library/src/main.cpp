#include <library_schema.hpp>

int unrelated();

int main() { return unrelated(); }
