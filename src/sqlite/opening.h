// What has to be true of a folder before anything is written to it.
#pragma once
#include <memory>

#include "sqlite/folder.h"
#include "sqlite/writer.h"

namespace sqlite {

/// The folder must be held already.
std::unique_ptr<Writer> open_writer(const Folder&, const Pace&);

/// Both files as they are, without writing; missing keys are let pass.
void check_readable(const Folder&);

}  // namespace sqlite
