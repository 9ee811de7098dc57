import Engine

/// Keeps what a command prints, up to a limit for each stream.
actor OutputCapture {
  private let limit: Int
  private(set) var output: [UInt8] = []
  private(set) var error: [UInt8] = []
  private(set) var isCut = false

  init(limit: Int) { self.limit = limit }

  func take(_ stream: OutputStream, _ bytes: [UInt8]) {
    let room = limit - (stream == .output ? output.count : error.count)
    if bytes.count > room { isCut = true }
    let kept = bytes.prefix(max(0, room))
    if stream == .output { output += kept } else { error += kept }
  }
}
