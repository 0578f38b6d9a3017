#ifndef ASSAY_CSCAN_H
#define ASSAY_CSCAN_H
#include "CScanTriggers.h"
#endif
