import DataSyntax

/// Places as the machine-readable shapes write them.
enum PlaceJSON {
  /// Whether the text of a place's line is written beside it.
  enum Detail { case bare, snippet }

  /// The members `file`, `start` and `end`, and where asked for the snippet.
  static func members(of place: Place, _ detail: Detail) -> [(String, JSONText?)] {
    let bare: [(String, JSONText?)] = [
      ("file", .string(place.file)), ("start", point(place.start, detail)), ("end", point(place.end, detail)),
    ]
    switch detail {
    case .bare: return bare
    case .snippet:
      let column = place.snippetColumn
      return bare + [
        ("snippet", .string(place.snippet)), ("snippetColumn", column > 1 ? .integer(column) : nil),
      ]
    }
  }

  /// A place as an object of its own.
  static func value(of place: Place, _ detail: Detail) -> JSONText { .members(members(of: place, detail)) }

  /// A whole record keeps the columns in other units where they differ: there is no source to count them again.
  private static func point(_ point: Place.Point, _ detail: Detail) -> JSONText {
    var members: [(String, JSONText?)] = [
      ("line", .integer(point.line)), ("column", .integer(point.column)), ("offset", .integer(point.offset)),
    ]
    if detail == .snippet, point.utf8Column != point.column {
      members += [
        ("utf8Column", .integer(point.utf8Column)), ("utf16Column", .integer(point.utf16Column)),
      ]
    }
    return .members(members)
  }
}
