#ifndef CWEBASSETS_H
#define CWEBASSETS_H

#include <stddef.h>

/// A file of the pages: its path, and its bytes without a terminating zero.
struct web_asset {
    const char *path;
    const unsigned char *bytes;
    size_t size;
};

/// The asset in that place, or nothing behind the last one.
const struct web_asset *web_asset_at(int index);

#endif
