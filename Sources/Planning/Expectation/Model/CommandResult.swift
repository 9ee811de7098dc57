package import Observation
package import Source

/// What a command of a spec did when it was run in the image.
package struct CommandResult: Sendable, Hashable {
  package enum End: Sendable, Hashable {
    /// As a shell reports it: 128 + the signal for a killed program, 127 for a missing one.
    case exited(Int32)
    /// It was not started; told where its sandbox asked for that.
    case unstarted(StartFailure)
    /// It was killed after its time, in seconds.
    case timedOut(Double)
    /// It could not be run; one sentence.
    case failed(String)
    /// Nothing here may or can run it.
    case notRun(UnknownReason)
  }

  package let end: End
  package let output: [UInt8]
  package let error: [UInt8]
  /// Whether more was printed than is kept.
  package let isCut: Bool
  /// Seconds that it took.
  package let duration: Double
  /// What became of the commands that prepared its sandbox.
  package let setup: [End]

  package init(
    _ end: End, output: [UInt8] = [], error: [UInt8] = [], isCut: Bool = false, duration: Double = 0,
    setup: [End] = []
  ) {
    self.end = end
    self.output = output
    self.error = error
    self.isCut = isCut
    self.duration = duration
    self.setup = setup
  }
}
