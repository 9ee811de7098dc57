/// Spans of time with their units, as `timeout` takes them.
package enum TimeSpan {
  private static let units: [(name: String, seconds: Double)] = [
    ("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600),
  ]
  private static let longest = 86_400.0

  /// The seconds of `5s`, `500ms`, `1m30s`; nil for other texts, for nothing and for more than a day.
  package static func seconds(_ text: String) -> Double? {
    var rest = text[...]
    var total = 0.0
    while !rest.isEmpty {
      let number = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
      rest = rest.dropFirst(number.count)
      let unit = rest.prefix { ("a"..."z").contains($0) }
      rest = rest.dropFirst(unit.count)
      guard let value = Double(number), let scale = units.first(where: { $0.name == unit })?.seconds else {
        return nil
      }
      total += value * scale
    }
    return total > 0 && total <= longest ? total : nil
  }
}
