/// A file of a run, known by the path under which people see it: relative to the working directory, with `/`.
package struct FileID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let path: String

  package init(_ path: String) { self.path = path }

  package var description: String { path }
  package static func < (a: FileID, b: FileID) -> Bool { a.path < b.path }
}

/// A range of bytes in a file: the only coordinate; line and column exist only when something is shown.
package struct Location: Hashable, Sendable, Comparable {
  package let file: FileID
  package let range: ByteRange

  package init(_ file: FileID, _ range: ByteRange) {
    self.file = file
    self.range = range
  }

  package static func < (a: Location, b: Location) -> Bool {
    (a.file, a.range) < (b.file, b.range)
  }
}

/// A value with the place that it was read from.
package struct Located<Value> {
  package let value: Value
  package let location: Location

  package init(_ value: Value, at location: Location) {
    self.value = value
    self.location = location
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
