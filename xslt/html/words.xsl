<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  The words that the pages say by themselves, in one place: another language is another map.
 -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://siglum.example/ns/functions"
  xmlns:h="https://siglum.example/ns/html"
  xmlns:s="https://siglum.example/ns/site"
  xmlns:sg="https://siglum.example/ns/signs"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:variable name="h:words" as="map(xs:string, xs:string)" select="map {
    'skip': 'Skip to the text',
    'edition': 'Edition',
    'texts': 'Texts',
    'register': 'Register',
    'signs': 'Signs',
    'signs-here': 'Signs in this text',
    'signs-all': 'Signs in the texts',
    'no-signs': 'This text has no editorial signs.',
    'view': 'View',
    'reading': 'Reading',
    'diplomatic': 'Diplomatic',
    'paragraph': 'Paragraph',
    'notes': 'Notes',
    'note': 'Note',
    'apparatus': 'Variants',
    'variant': 'Variant',
    'back': 'back to the text',
    'about': 'About this text',
    'method': 'How the text was edited',
    'method-all': 'How the texts were edited',
    'all-data': 'All data of the TEI header',
    'cite': 'Cite as',
    'web': 'On the web',
    'archive': 'Archive',
    'date': 'Date',
    'kind': 'Kind',
    'author': 'Author',
    'translator': 'Translator',
    'editor': 'Editor',
    'responsible': 'Responsible',
    'original': 'Language of the original',
    'languages': 'Languages',
    'published': 'Publication',
    'editionstate': 'Edition',
    'identifier': 'Identifier',
    'rights': 'Rights',
    'downloads': 'Downloads',
    'previous': 'Previous text',
    'next': 'Next text',
    'seam': 'a page of the source ends here, as the broken sentence shows',
    'page-break': 'a page of the source ends here',
    'page': 'page',
    'image': 'image',
    'persons': 'Persons',
    'places': 'Places',
    'organisations': 'Organisations',
    'unmentioned': 'not named in the texts',
    'editors': 'Edited by' }"/>

  <xsl:function name="h:word" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="$h:words($key)"/>
  </xsl:function>

  <!-- "1 mark", "6 marks" -->
  <xsl:function name="h:counted" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="noun" as="xs:string"/>
    <xsl:sequence select="$number || ' ' || $noun || (if ($number = 1) then '' else 's')"/>
  </xsl:function>

</xsl:stylesheet>
