#include "sqlite/readers.h"

namespace sqlite {

std::unique_ptr<Connection> Readers::take() {
    std::unique_lock lock(mutex_);
    came_back_.wait(lock, [this] { return !free_.empty() || unopened_ > 0; });
    if (free_.empty()) {
        auto opened = std::make_unique<Connection>(path_, Access::Read);
        --unopened_;
        return opened;
    }
    auto connection = std::move(free_.back());
    free_.pop_back();
    return connection;
}

void Readers::give_back(std::unique_ptr<Connection> connection) {
    {
        const std::lock_guard lock(mutex_);
        free_.push_back(std::move(connection));
    }
    came_back_.notify_one();
}

}  // namespace sqlite
