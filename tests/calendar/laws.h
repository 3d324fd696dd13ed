// RapidCheck meets doctest: a law is a test case; where it fails, RapidCheck prints the case and the seed.
#pragma once
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <utility>

namespace laws {

template <class Property>
void holds(const std::string& law, Property&& property) {
    CHECK(rc::check(law, std::forward<Property>(property)));
}

}  // namespace laws
