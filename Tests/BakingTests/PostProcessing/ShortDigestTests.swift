import Host
import Source
import Support
import Testing

@testable import Baking

struct ShortDigestTests {
  @Test("has the values of FIPS 180-4")
  func published() {
    var digest = ShortDigest()
    digest.update(Array("abc".utf8)[...])
    #expect(digest.finalize().hexadecimal == "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7")
    #expect(
      ShortDigest().finalize().hexadecimal == "d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f")
  }

  @Test(
    "agrees with sha224sum on every length round a block's end",
    .enabled(if: Machine.runs(.oracles, needing: "sha224sum", isThere: Machine.hasProgram("sha224sum"))),
    arguments: [1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 70_000])
  func lengths(_ length: Int) async throws {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var digest = ShortDigest()
    for start in stride(from: 0, to: length, by: 1000) {
      digest.update(bytes[start..<min(length, start + 1000)])
    }
    let output = try await Command(["sha224sum"], input: .bytes(bytes)).output()
    #expect(String(decoding: output.output.prefix(56), as: UTF8.self) == digest.finalize().hexadecimal)
  }
}
