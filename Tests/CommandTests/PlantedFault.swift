import Support

/// A line of `Fixtures/broken/FAULTS.md`.
struct PlantedFault: Sendable {
  /// FILE:LINE:COLUMN.
  let place: String

  /// All lines of the table; an empty table is an error.
  static func all() throws -> [PlantedFault] {
    let text = String(
      decoding: try CaseFolder.bytes(of: Repository.fixture("broken/FAULTS.md")), as: UTF8.self)
    let faults = text.split(separator: "\n").compactMap { line -> PlantedFault? in
      guard line.hasPrefix("| "), let place = line.dropFirst(2).split(separator: " ").first,
        place.contains(":")
      else { return nil }
      return PlantedFault(place: String(place))
    }
    guard !faults.isEmpty else { throw Script.Failure(description: "FAULTS.md lists no fault") }
    return faults
  }
}
