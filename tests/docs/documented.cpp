#include "documented.hpp"

#include "imported.hpp"

int main() {}
