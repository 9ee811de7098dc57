/// What a spec gets from outside while it is read.
package struct SpecContext: Sendable {
  /// The most bytes of an included file.
  package static let largestFile = 1 << 20

  package let inputs: InputValues
  /// Reads a file that a spec includes; nil where includes are not followed.
  let file: (@Sendable (_ path: String) -> [UInt8]?)?

  /// Without anything: what depends on inputs is left out, and includes are not followed.
  package init() { self.init(inputs: .open, file: nil) }

  package init(inputs: InputValues, file: (@Sendable (_ path: String) -> [UInt8]?)?) {
    self.inputs = inputs
    self.file = file
  }
}
