/// The two streams that a program writes.
package enum OutputStream: Sendable, Hashable { case output, error }

/// Takes pieces of output as they come; called in order, one at a time per stream.
package typealias OutputSink = @Sendable (OutputStream, [UInt8]) async -> Void
