#include "documented.hpp"

int main() {}
