// Empty on purpose: CLibXML2 includes the real headers, past a clash over ICU.
