#include <stddef.h>

/* The API's description (openapi.yaml), byte for byte. */
const unsigned char *posthorn_api_document(void);
size_t posthorn_api_document_size(void);
