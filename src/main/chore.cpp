#include "main/chore.h"

#include <condition_variable>
#include <exception>
#include <mutex>

namespace program {
namespace {

void take_turn(const std::string& name, const std::function<void()>& work, std::ostream& log) {
    try {
        work();
    } catch (const std::exception& fault) {
        log << "concordat: " + name + ": " + fault.what() + "\n" << std::flush;
    }
}

}  // namespace

Chore::Chore(std::string name, std::chrono::milliseconds pause, std::function<void()> work, std::ostream& log)
    : thread_([name = std::move(name), pause, work = std::move(work), &log](const std::stop_token& stop) {
          std::mutex mutex;
          std::condition_variable_any woken;
          while (!stop.stop_requested()) {
              take_turn(name, work, log);
              std::unique_lock lock(mutex);
              woken.wait_for(lock, stop, pause, [] { return false; });
          }
      }) {}

}  // namespace program
