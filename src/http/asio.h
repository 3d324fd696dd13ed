// The one way in which this room includes Boost.Asio and Boost.Beast; nobody outside includes it.
#pragma once
// Their bodies are compiled once, in asio.cpp.
#define BOOST_ASIO_SEPARATE_COMPILATION
#define BOOST_BEAST_SEPARATE_COMPILATION
#define BOOST_ASIO_NO_DEPRECATED

// GCC 12 takes the frames of Asio's coroutines for pairs of new and free that do not match.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>

namespace http {

namespace net = boost::asio;
using tcp = net::ip::tcp;

}  // namespace http
