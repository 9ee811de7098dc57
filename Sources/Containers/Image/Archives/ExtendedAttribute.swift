/// A named piece of bytes that hangs on a file: a capability, a user's own note.
package struct ExtendedAttribute: Sendable, Hashable {
  package let name: String
  package let value: [UInt8]

  package init(_ name: String, _ value: [UInt8]) {
    self.name = name
    self.value = value
  }
}
