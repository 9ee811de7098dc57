extension Int {
  /// A number of bytes for people: `312 B`, `2.1 MB`.
  package var shownBytes: String {
    var value = Double(self)
    var unit = 0
    let units = ["B", "kB", "MB", "GB", "TB"]
    while value >= 1000, unit < units.count - 1 {
      value /= 1000
      unit += 1
    }
    return unit == 0 ? "\(self) B" : "\((value * 10).rounded() / 10) \(units[unit])"
  }
}
