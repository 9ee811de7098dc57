/// Rows under a head, in columns as wide as they need to be.
struct Table {
  let head: [String]
  let rows: [[String]]

  /// The table, a line a row, without blanks at line ends.
  var text: String {
    let widths = head.indices.map { column in
      ([head] + rows).map { $0[column].unicodeScalars.count }.max() ?? 0
    }
    return ([head] + rows).map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.unicodeScalars.count)
      }
      var line = cells.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
