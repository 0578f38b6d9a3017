#include "CScan.h"
#include "CScanNumbers.h"
