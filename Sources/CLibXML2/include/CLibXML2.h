// libxml2 for Swift. Debian's build has ICU on, and <libxml/encoding.h> then includes <unicode/ucnv.h>, which
// clashes with Foundation's own ICU; the few names it needs are declared here instead.
#ifndef ASSAY_CLIBXML2_H
#define ASSAY_CLIBXML2_H

#include <stdint.h>
#include <libxml/xmlversion.h>

#ifdef LIBXML_ICU_ENABLED
#define UCNV_H
struct UConverter;
typedef struct UConverter UConverter;
#define UChar uint16_t
#endif

#include <libxml/encoding.h>

#ifdef LIBXML_ICU_ENABLED
#undef UChar
#undef UCNV_H
#endif

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlwriter.h>

// Keeps libxml2 from printing to standard error, in this thread and those to come. Its handler takes varargs, which
// Swift cannot define.
void assay_xml_silence(void);

#endif
