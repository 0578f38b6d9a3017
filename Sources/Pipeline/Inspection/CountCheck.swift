// Recounts the columns that say how many rows of another table belong to a row.
import Model

struct CountCheck {
  private var stated: [String: [String: Int]] = [:]
  private var counted: [String: [String: Int]] = [:]

  mutating func add(_ row: [String: String], of table: Table) {
    switch table.name {
    case "documents": state(row, "document_id", table)
    case "facts": state(row, "fact_id", table)
    case "mentions": count(row, "document_id", in: "documents")
    case "evidence": count(row, "fact_id", in: "facts")
    default: return
    }
  }

  func problems() -> [String] {
    stated.keys.sorted().flatMap { table -> [String] in
      let rows = stated[table] ?? [:]
      return rows.keys.sorted().compactMap { id in
        let actual = counted[table]?[id] ?? 0
        guard let number = rows[id], number != actual else { return nil }
        return "data/\(table).csv, \(id), column mentions: found \(number), expected \(actual) as counted"
      }
    }
  }

  private mutating func state(_ row: [String: String], _ key: String, _ table: Table) {
    guard let id = row[key], let number = row["mentions"].flatMap({ Int($0) }) else { return }
    stated[table.name, default: [:]][id] = number
  }

  private mutating func count(_ row: [String: String], _ key: String, in table: String) {
    guard let id = row[key] else { return }
    counted[table, default: [:]][id, default: 0] += 1
  }
}
