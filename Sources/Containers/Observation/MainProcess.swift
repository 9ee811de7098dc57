/// What became of the program that a container was started for.
package enum MainProcess: Sendable, Hashable {
  case running
  /// As a shell reports it: 128 + the signal for a killed one; nil where nobody noted it.
  case ended(Int32?)
}

/// What the main process of a container has written so far.
package struct ContainerLogs: Sendable, Hashable {
  package var output: [UInt8]
  package var error: [UInt8]
  /// Whether more was written than is kept.
  package var isCut: Bool

  package init(output: [UInt8] = [], error: [UInt8] = [], isCut: Bool = false) {
    self.output = output
    self.error = error
    self.isCut = isCut
  }
}
