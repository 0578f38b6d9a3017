// Names that stay, that differ where things differ, and that never look like numbers.
import Model
import Testing

@testable import Pipeline

@Suite struct IdentityTests {
  @Test func hashesAreSHA256() {
    #expect(
      ContentHash(of: Array("abc".utf8)).hexadecimal
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(ContentHash(of: Array("abc".utf8)).base32(8) == "xj4bnp4p")
    var hasher = ContentHasher()
    hasher.update([0x61])
    hasher.update([0x62, 0x63])
    #expect(hasher.hash() == ContentHash(of: Array("abc".utf8)))
    #expect(ContentHash(bytes: hasher.hash().bytes) == hasher.hash())
  }

  @Test func partsDoNotRunIntoEachOther() {
    #expect(Identity.document(sourceID: "ab", path: "c") != Identity.document(sourceID: "a", path: "bc"))
    #expect(Identity.document(sourceID: "a", path: "b") == Identity.document(sourceID: "a", path: "b"))
    #expect(Identity.document(sourceID: "a", path: "b").count == 23)
  }

  @Test func sentencesAreFoldedByCaseAndSpace() {
    #expect(MentionIdentities.folded("  The\n Bridge\tCOST  $5 ") == Array("the bridge cost $5".utf8))
    #expect(MentionIdentities.folded("Мост") == Array("Мост".utf8))
  }

  @Test func equalQuantitiesOfEqualSentencesAreToldApart() {
    let quantity = Quantity(
      span: 0..<4, surface: "5 km", sentence: "5 km on, 5 km.", sentenceSpan: 0..<14, region: .body,
      amount: Amount(point: ExactDecimal(integer: 5), significantDigits: 1), qualifier: .exact, unit: "km",
      rule: "quantities-in-units")
    var elsewhere = quantity
    elsewhere.sentence = "5 KM  on, 5 km."
    let ids = QuantityIdentities.identities(of: [quantity, quantity, elsewhere], documentID: "d1-a")
    #expect(Set(ids).count == 3)
    #expect(ids.allSatisfy { $0.hasPrefix("q1-") && $0.count == 23 })
    #expect(QuantityIdentities.identities(of: [elsewhere], documentID: "d1-a") == [ids[0]])
  }

  @Test func aSecondUseOfAnIdentityIsRefused() throws {
    var ledger = IdentityLedger()
    for number in 0..<2000 { try ledger.note(Identity.document(sourceID: "a", path: "\(number)")) }
    let taken = Identity.document(sourceID: "a", path: "7")
    #expect(throws: IdentityCollision(identity: taken)) { try ledger.note(taken) }
    // The same hash under another prefix names another thing.
    try ledger.note("m1" + taken.dropFirst(2))
  }
}
