/// The two streams that a program writes.
package enum OutputStream: Sendable, Hashable { case output, error }

/// Takes pieces of output as they come; called in order, one at a time per stream.
package typealias OutputSink = @Sendable (OutputStream, [UInt8]) async -> Void

/// What an attached program has for its standard streams.
package enum AttachedStreams: Sendable, Hashable {
  /// A terminal in the container, coupled to ours.
  case terminal
  /// Our own streams, as they are.
  case plain
}
