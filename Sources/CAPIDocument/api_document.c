#include "api_document.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char document[] = {
#embed "openapi.yaml"
};

const unsigned char *posthorn_api_document(void) { return document; }
size_t posthorn_api_document_size(void) { return sizeof document; }
