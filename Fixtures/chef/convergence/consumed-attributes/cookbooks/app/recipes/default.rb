node.consume_attributes(JSON.parse(shell_out('x').stdout))
log node['a']['b'].to_s
node.consume_attributes('q' => { 'r' => 1 })
