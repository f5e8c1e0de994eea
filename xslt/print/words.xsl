<?xml version="1.0" encoding="UTF-8"?>
<!-- The words that print adds of its own, in one place so that they can be translated. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:p="https://siglum.example/ns/print"
  exclude-result-prefixes="#all">

  <xsl:variable name="p:words" as="map(xs:string, xs:string)" select="map {
    'contents': 'Contents',
    'principles': 'Editorial principles',
    'signs': 'Signs',
    'sources': 'Sources and rights',
    'index': 'Index of names',
    'persons': 'Persons',
    'places': 'Places',
    'organisations': 'Organisations',
    'see': 'see',
    'translator': 'translated by',
    'editor': 'edited by',
    'translated': 'Translated',
    'from': 'from the',
    'by': 'by',
    'version': 'Version',
    'encoded-with': 'Encoded in TEI with',
    'composed-with': 'composed with Typst in Libertinus Serif',
    'page-seam': 'A thin upright in a paragraph marks where a page of the source ends.',
    'textual-notes': 'The lines of each text are counted, its head included. The textual notes at
      the foot of the page are keyed by the number of the printed line; two strokes (‖) part notes
      on the same line, and a raised figure tells apart readings that are alike on it.'
  }"/>

  <xsl:function name="p:word" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="normalize-space($p:words($key))"/>
  </xsl:function>

</xsl:stylesheet>
