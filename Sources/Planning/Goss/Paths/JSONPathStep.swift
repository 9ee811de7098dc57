/// The first word of a path where it leads into a list: a place, `#`, or `#(…)`.
struct JSONPathStep {
  enum Kind {
    /// nil for a word that is no place.
    case place(Int?)
    case count
    /// A path for each element.
    case each(ArraySlice<UInt8>)
    case query(JSONPathQuery, takesAll: Bool)
  }

  let kind: Kind
  let rest: JSONPathWord.Rest

  init(_ path: ArraySlice<UInt8>) {
    let behindMark = path.first == JSONPath.hash ? path.dropFirst() : []
    if behindMark.first == JSONPath.dot {
      (kind, rest) = (.each(behindMark.dropFirst()), .nothing)
      return
    }
    var search = path
    var read: (query: JSONPathQuery, end: Int)?
    if let open = behindMark.first, "[(".utf8.contains(open) {
      read = JSONPathQuery.read(behindMark)
      // A query without an end takes all of the path.
      search = path[(read?.end ?? path.endIndex)...]
    }
    let mark = search.firstIndex { $0 == JSONPath.dot || $0 == JSONPath.pipe } ?? path.endIndex
    let word = path[..<mark]
    let isCounting = word.contains(JSONPath.hash)
    if mark == path.endIndex {
      rest = .nothing
    } else {
      // Behind a `#` a path is for each element, modifiers too.
      rest =
        isCounting && path[mark] == JSONPath.dot
        ? .path(path[(mark + 1)...]) : JSONPathWord.rest(of: path, behind: mark)
    }
    if let read {
      kind = .query(read.query, takesAll: search.first == JSONPath.hash)
    } else if behindMark.first.map({ "[(".utf8.contains($0) }) == true {
      kind = .query(.any, takesAll: false)
    } else if isCounting {
      kind = word.count == 1 ? .count : .place(nil)
    } else {
      let isPlace = !word.isEmpty && word.allSatisfy { (0x30...0x39).contains($0) }
      kind = .place(isPlace ? Int(String(decoding: word, as: UTF8.self)) : nil)
    }
  }
}
