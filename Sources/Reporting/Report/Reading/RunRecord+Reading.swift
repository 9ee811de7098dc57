import DataSyntax
package import Diagnostics
package import Source

extension RunRecord {
  /// Reads a record that was written as `ovenproof/run/1`; nil with the reasons where anything in it is wrong.
  ///
  /// A record is evidence: half of one is not taken.
  package static func read(_ bytes: [UInt8], file: FileID) -> (record: RunRecord?, diagnostics: [Diagnostic])
  {
    let source = SourceFile(file, bytes: bytes)
    let (tree, faults) = DataParser.parse(DerivedText(source), as: .json)
    guard !faults.contains(where: { $0.severity == .error }) else { return (nil, faults) }
    var reader = RecordReader()
    let record = reader.record(from: tree.root)
    return reader.faults.isEmpty ? (record, []) : (nil, reader.faults)
  }
}
