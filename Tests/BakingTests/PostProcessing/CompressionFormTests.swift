import Testing

@testable import Baking

struct CompressionFormTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let output: String
    var format: String?
    let archive: CompressionForm.Archive?
    let algorithm: CompressionForm.Algorithm?
    var testDescription: String { "\(output) \(format ?? "")" }
  }

  // Each as Packer 1.6.6 wrote it.
  @Test(
    "reads archive and compression from the name",
    arguments: [
      Example(output: "x.tar", archive: .tar, algorithm: nil),
      Example(output: "x.zip", archive: .zip, algorithm: nil),
      Example(output: "x.tar.gz", archive: .tar, algorithm: .gzip),
      Example(output: "x.gz", archive: nil, algorithm: .gzip),
      Example(output: "x.tar.lz4", archive: .tar, algorithm: .lz4),
      Example(output: "x.bgzf", archive: nil, algorithm: .bgzf),
      Example(output: "x.xz", archive: nil, algorithm: .xz),
      Example(output: "x", archive: .tar, algorithm: .gzip),
      Example(output: "x.img", archive: .tar, algorithm: .gzip),
      Example(output: "x", format: "zip", archive: .zip, algorithm: nil),
      Example(output: "x.tar", format: "xz", archive: .tar, algorithm: .xz),
      Example(output: "v1.tar/x.gz", archive: .tar, algorithm: .gzip),
    ])
  func names(_ example: Example) {
    let form = CompressionForm(output: example.output, format: example.format)
    #expect(form.archive == example.archive)
    #expect(form.algorithm == example.algorithm)
  }
}
