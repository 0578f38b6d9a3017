import CLibXML2
import CCSV
