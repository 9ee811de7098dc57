/// What one call of a decoder did.
struct DecoderStep {
  let consumed: Int
  let produced: Int
  /// Whether the input may end here.
  let isAtBoundary: Bool
}
