/// SHA-224 (FIPS 180-4), which swift-crypto does not have: SHA-256 with other initial values, cut short.
struct ShortDigest {
  private var state: [UInt32] = [
    0xC105_9ED8, 0x367C_D507, 0x3070_DD17, 0xF70E_5939, 0xFFC0_0B31, 0x6858_1511, 0x64F9_8FA7, 0xBEFA_4FA4,
  ]
  private var waiting: [UInt8] = []
  private var length: UInt64 = 0

  /// Takes more of the message.
  mutating func update(_ bytes: ArraySlice<UInt8>) {
    length += UInt64(bytes.count)
    waiting += bytes
    var start = 0
    while waiting.count - start >= 64 {
      take(waiting[start..<start + 64])
      start += 64
    }
    waiting.removeFirst(start)
  }

  /// The digest of all that was taken.
  func finalize() -> [UInt8] {
    var last = self
    let rest = waiting.count + 9
    let padding = [UInt8](repeating: 0, count: (64 - rest % 64) % 64)
    let bits = length * 8
    last.update(
      ([0x80] + padding + (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) })[...])
    return last.state.dropLast().flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) }
    }
  }

  private mutating func take(_ block: ArraySlice<UInt8>) {
    var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { place in
      block[place..<place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    for index in 16..<64 {
      let (before, after) = (words[index - 15], words[index - 2])
      let low = before.turned(7) ^ before.turned(18) ^ before >> 3
      let high = after.turned(17) ^ after.turned(19) ^ after >> 10
      words.append(words[index - 16] &+ low &+ words[index - 7] &+ high)
    }
    var round = state
    for index in 0..<64 {
      let (a, e) = (round[0], round[4])
      let choice = e & round[5] ^ ~e & round[6]
      let first =
        round[7] &+ (e.turned(6) ^ e.turned(11) ^ e.turned(25)) &+ choice &+ Self.constants[index]
        &+ words[index]
      let majority = a & round[1] ^ a & round[2] ^ round[1] & round[2]
      let second = (a.turned(2) ^ a.turned(13) ^ a.turned(22)) &+ majority
      round = [first &+ second] + round[..<3] + [round[3] &+ first] + round[4..<7]
    }
    for index in state.indices { state[index] &+= round[index] }
  }

  /// The fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = {
    var primes: [Int] = []
    var candidate = 2
    while primes.count < 64 {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes.map { prime in
      // The largest whole number whose cube is at most prime · 2^96, without its bits above 32.
      var root: UInt128 = 0
      for bit in (0..<36).reversed() {
        let next = root | 1 << UInt128(bit)
        if next * next * next <= UInt128(prime) << 96 { root = next }
      }
      return UInt32(truncatingIfNeeded: root)
    }
  }()
}

extension UInt32 {
  /// The bits turned to the right.
  fileprivate func turned(_ count: UInt32) -> UInt32 { self >> count | self << (32 - count) }
}
