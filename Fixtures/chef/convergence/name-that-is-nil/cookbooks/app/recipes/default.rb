word = { 'a' => 'b' }['c']
package word
