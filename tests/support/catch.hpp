#pragma once

// Catch2 under one name: Debian 12 carries 2.13, Debian 13 carries 3.x. Every test includes this
// and no other Catch header; RapidCheck's catch.h wants it first.

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
