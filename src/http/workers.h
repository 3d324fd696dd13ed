// The threads in which handlers run, so that the network thread never waits for one.
#pragma once
#include <cstddef>

#include "http/asio.h"
#include "http/server.h"

namespace http {

class Workers {
public:
    /// `network` is where answers come back.
    Workers(net::io_context& network, std::size_t threads, std::size_t queue_max, Handler handler,
            FaultHandler fault_handler);

    /// What the handler says, secured and fit to send. Only from the network thread, and only where
    /// there is room.
    net::awaitable<Response> answer(Request request);
    bool has_room() const { return under_way_ < under_way_max_; }

private:
    Response answer_now(const Request& request) const;

    net::io_context& network_;
    std::size_t under_way_ = 0;
    std::size_t under_way_max_;
    Handler handler_;
    FaultHandler fault_handler_;
    net::thread_pool pool_;  // last: joined before what its handlers use goes away
};

}  // namespace http
