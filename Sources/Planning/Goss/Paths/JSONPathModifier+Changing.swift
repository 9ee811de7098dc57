extension JSONPathModifier {
  /// The text that it makes of a text.
  func changed(_ text: ArraySlice<UInt8>, in path: JSONPath) -> ArraySlice<UInt8> {
    let piece = JSONPiece(text)
    switch name {
    case .this, .pretty: return text
    case .ugly: return Self.withoutBlanks(text)
    case .valid: return GossValue(jsonText: Array(text)) == nil ? [] : text
    case .tostr: return JSONPiece.text(text).bytes
    case .fromstr:
      guard GossValue(jsonText: Array(text)) != nil else { return [] }
      return piece.textBytes.map { $0[...] } ?? (piece.kind == .null ? [] : piece.bytes)
    case .reverse:
      switch piece.kind {
      case .list: return JSONPiece.list(piece.items.reversed()).bytes
      case .map: return JSONPiece.map(piece.members.reversed().map { ($0.writtenKey, $0.value) }).bytes
      default: return text
      }
    case .keys: return JSONPiece.list(Self.keys(of: piece)).bytes
    case .values:
      switch piece.kind {
      case .list: return text
      case .map: return JSONPiece.list(piece.members.map(\.value)).bytes
      default: return JSONPiece.list(piece.kind == .nothing ? [] : [piece]).bytes
      }
    case .flatten: return piece.kind == .list ? flattened(piece) : text
    case .join: return piece.kind == .list ? joined(piece) : text
    case .group: return piece.kind == .map ? Self.grouped(piece) : []
    case .dig: return JSONPiece.list(Self.found(JSONPath(argument, in: path), in: piece)).bytes
    }
  }

  /// The keys of a map; for each part of anything else `null`.
  private static func keys(of piece: JSONPiece) -> [JSONPiece] {
    let none = JSONPiece(Array("null".utf8))
    switch piece.kind {
    case .map: return piece.members.map { JSONPiece($0.writtenKey) }
    case .list: return piece.items.map { _ in none }
    case .nothing: return []
    default: return [none]
    }
  }

  private func flattened(_ list: JSONPiece) -> ArraySlice<UInt8> {
    let isDeep = asks(for: "deep")
    func parts(of list: JSONPiece) -> [ArraySlice<UInt8>] {
      list.items.flatMap { item in
        item.kind == .list ? (isDeep ? parts(of: item) : [item.inside]) : [item.bytes]
      }.filter { !$0.isEmpty }
    }
    let joined = Array(parts(of: list).joined(separator: ",".utf8))
    return (Array("[".utf8) + joined + Array("]".utf8))[...]
  }

  /// The maps of a list as one: of a key the last value, at the place of the first, or all where that is asked for.
  private func joined(_ list: JSONPiece) -> ArraySlice<UInt8> {
    var members: [(key: ArraySlice<UInt8>, value: JSONPiece)] = []
    var places: [[UInt8]: Int] = [:]
    let keepsAll = asks(for: "preserve")
    for member in list.items.flatMap(\.members) {
      if !keepsAll, let place = places[member.key] {
        members[place].value = member.value
      } else {
        places[member.key] = members.count
        members.append((member.writtenKey, member.value))
      }
    }
    return JSONPiece.map(members).bytes
  }

  /// Of lists under keys a list of maps.
  private static func grouped(_ map: JSONPiece) -> ArraySlice<UInt8> {
    var groups: [[(key: ArraySlice<UInt8>, value: JSONPiece)]] = []
    for member in map.members {
      for (place, item) in member.value.items.enumerated() {
        if place == groups.count { groups.append([]) }
        groups[place].append((member.writtenKey, item))
      }
    }
    return JSONPiece.list(groups.map { JSONPiece.map($0) }).bytes
  }

  /// What a path finds in a value and in all that lies in it.
  private static func found(_ path: JSONPath, in piece: JSONPiece) -> [JSONPiece] {
    let here = path.found(in: piece.bytes)
    let parts = piece.items + piece.members.map(\.value)
    return (here.kind == .nothing ? [] : [here]) + parts.flatMap { found(path, in: $0) }
  }

  private static func withoutBlanks(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var result: [UInt8] = []
    var place = text.startIndex
    while place < text.endIndex {
      let end = text[place] == UInt8(ascii: "\"") ? JSONPathBrackets.quoteEnd(text, place) : place
      if !JSONPiece.isBlank(text[place]) { result += text[place...min(end, text.endIndex - 1)] }
      place = end + 1
    }
    return result[...]
  }
}
